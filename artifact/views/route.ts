/** Where the reader is: a destination, perhaps a segment of it, and what else belongs to the place. */
export type Destination = 'decide' | 'spend' | 'plan' | 'data';

export interface Route {
  readonly destination: Destination;
  readonly segment: string | null;
  readonly parameters: Readonly<Record<string, string>>;
}

export type Destinations = readonly [Destination, ...Destination[]];
