import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';

/** A person in front of the page: acts fire every event that a browser would. */
export const person = userEvent.setup({
  delay: null,
  // Styles are not loaded here, so nothing can lie in the way of a pointer.
  pointerEventsCheck: PointerEventsCheckLevel.Never,
});

/** Empties a field and types into it. */
export async function fill(field: Element, text: string): Promise<void> {
  await person.clear(field);
  // Braces and brackets name keys, unless they stand twice.
  if (text !== '') await person.type(field, text.replaceAll(/[{[]/g, '$&$&'));
}
