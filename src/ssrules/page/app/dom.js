/** Elements, made in one line. */

/**
 * An element. What begins with "on" listens; true sets an attribute, false and null leave it out.
 * @param {string} name @param {object} [given] @param {...(Node | string | null)} inside
 */
export function h(name, given = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...inside.flat(Infinity).filter((each) => each !== null && each !== undefined));
  return element;
}
