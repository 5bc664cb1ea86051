// @ts-check
/** Ranks from 0; equal values share the mean of theirs. @param {number[]} values */
function ranks(values) {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  /** @type {number[]} */
  const found = [];
  for (let begin = 0; begin < order.length; ) {
    let end = begin;
    while (end < order.length && order[end].value === order[begin].value) end += 1;
    for (const { i } of order.slice(begin, end)) found[i] = (begin + end - 1) / 2;
    begin = end;
  }
  return found;
}

/** Spearman's rank correlation. @param {number[]} first @param {number[]} second */
export function spearman(first, second) {
  const a = ranks(first);
  const b = ranks(second);
  const mean = (a.length - 1) / 2;
  let both = 0;
  let of_a = 0;
  let of_b = 0;
  for (let i = 0; i < a.length; i += 1) {
    both += (a[i] - mean) * (b[i] - mean);
    of_a += (a[i] - mean) ** 2;
    of_b += (b[i] - mean) ** 2;
  }
  return both / Math.sqrt(of_a * of_b);
}
