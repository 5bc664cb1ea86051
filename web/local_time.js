// @ts-check

/**
 * The user's local time as ISO 8601 with offset: "2026-11-21T14:32:05+07:00".
 * @param {Date} date
 */
export function local_iso_time(date) {
  const offset = -date.getTimezoneOffset();
  const shifted = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const two = (/** @type {number} */ n) => String(Math.trunc(n)).padStart(2, '0');
  const size = Math.abs(offset);
  return `${shifted}${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
