import { createContext, useContext, useEffect, useId } from 'react';
import type { Sheet } from '../../skill/report/files.ts';

/** Makes the tables that are on the screen, as the person sorted and filtered them. */
export type Offer = () => readonly Sheet[];

/** Where the tables on screen leave their offers for the export menu, in the order in which they came. */
export const OfferContext = createContext<Map<string, Offer>>(new Map());

/** Tables are made only when somebody exports; until then the offer costs nothing. */
export function useOffer(offer: Offer): void {
  const offers = useContext(OfferContext);
  const id = useId();
  // An offer made anew keeps its place.
  useEffect(() => void offers.set(id, offer));
  useEffect(() => () => void offers.delete(id), [offers, id]);
}
