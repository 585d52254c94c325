/** Another tree made of one, by what differs between the two. */

/** @param {unknown} old @param {object} change @returns {unknown} */
export function changed(old, change) {
  if ("to" in change) return change.to;
  if (change.cut) return old.toSpliced(change.cut[0], change.cut[1], ...change.cut[2]);
  const found = Array.isArray(old) ? [...old] : { ...old };
  for (const [key, each] of Object.entries(change.keys ?? change.at)) {
    found[key] = changed(found[key], each);
  }
  for (const key of change.without ?? []) delete found[key];
  return found;
}
