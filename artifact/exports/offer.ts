import { createContext, useContext, useEffect, type RefObject } from 'react';
import type { Sheet } from '../../skill/report/sheet.ts';

/** Makes the tables that are on the screen, as the person sorted and filtered them. */
export type Offer = () => readonly Sheet[];

/** Where the view on screen leaves its offer for the export menu. */
export const OfferContext = createContext<RefObject<Offer | null>>({ current: null });

/** Tables are made only when somebody exports; until then the offer costs nothing. */
export function useOffer(offer: Offer): void {
  const offerRef = useContext(OfferContext);
  useEffect(() => {
    offerRef.current = offer;
    return () => {
      if (offerRef.current === offer) offerRef.current = null;
    };
  });
}
