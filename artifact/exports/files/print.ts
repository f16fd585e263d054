/** Printing: what is on screen, unless the brief is asked for. */
let isBriefAsked = false;

/** Opens the browser's print dialog on the view as it is. */
export function printView(): null {
  window.print();
  return null;
}

/** The same on the one-page brief. */
export function printBrief(): null {
  isBriefAsked = true;
  // It does not come back before the person has printed or left.
  window.print();
  isBriefAsked = false;
  return null;
}

/** Asked at the moment of printing. */
export function printsBrief(): boolean {
  return isBriefAsked;
}
