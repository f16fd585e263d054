/** Id of the element the page is rendered into. */
const ROOT_ID = 'saas-rationalization';

/** The root of the page; made on the spot where a host dropped it. */
export function pageRoot(document: Document): HTMLElement {
  const found = document.getElementById(ROOT_ID);
  if (found) return found;
  const made = document.createElement('div');
  made.id = ROOT_ID;
  document.body.append(made);
  return made;
}
