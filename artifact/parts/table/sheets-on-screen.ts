import { createContext, useContext, useLayoutEffect, useId } from 'react';
import type { Sheet } from '../../../skill/report/files.ts';

/** Makes the tables that are on the screen, as the person sorted and filtered them. */
export type MakeSheets = () => readonly Sheet[];

/** Where the tables on screen register for the export menu, in the order in which they came. */
export const SheetsContext = createContext<Map<string, MakeSheets>>(new Map());

/** Tables are made only when somebody exports; until then registering costs nothing. */
export function useSheets(make: MakeSheets): void {
  const sheets = useContext(SheetsContext);
  const id = useId();
  // Registering again keeps the place.
  useLayoutEffect(() => void sheets.set(id, make));
  useLayoutEffect(() => () => void sheets.delete(id), [sheets, id]);
}
