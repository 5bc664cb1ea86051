// @ts-check
// The one live region: what a screen reader says without being asked.

/** @param {string} text */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  if (!announcer) return;
  // Each is an addition of its own, so that what follows at once (imported; findings; saved) takes nothing away.
  const line = document.createElement('p');
  line.textContent = text;
  while (announcer.childElementCount > 3) announcer.firstElementChild?.remove();
  announcer.append(line);
}
