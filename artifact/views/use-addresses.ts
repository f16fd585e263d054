import { useRoute } from './page-context.ts';
import { formatRoute } from './address.ts';
import { withParameters } from './router.ts';

export interface Addresses {
  /** Of the panel of an app. */
  readonly app: (id: number) => string;
  /** Of the lineage of a fact, such as `app/11/costAnnual`. */
  readonly fact: (fact: string) => string;
}

/** Addresses that push a panel onto the place where the reader is. */
export function useAddresses(): Addresses {
  const route = useRoute();
  return {
    app: (id) => formatRoute(withParameters(route, { app: String(id), fact: null })),
    fact: (fact) => formatRoute(withParameters(route, { fact })),
  };
}
