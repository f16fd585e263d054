import type { DashboardProps } from '../../artifact/views/dashboard.tsx';

/** What a person does before the picture is taken. */
export type Step =
  | { readonly press: string }
  | { readonly fill: string; readonly value: string }
  | { readonly choose: string; readonly value: string };

/** One view in one state: an example, a picture and a test at once. */
export interface Program {
  /** What is to be seen, in a sentence. */
  readonly shows: string;
  /** Address within the page, such as `#spend-apps`. */
  readonly address: string;
  readonly page: () => DashboardProps;
  readonly steps?: readonly Step[];
  /** Text that is on the screen once the page has settled. */
  readonly settles: string | RegExp;
}
