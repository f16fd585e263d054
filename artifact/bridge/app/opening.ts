/**
 * The call that opened this view, as its host tells it: the arguments first, then the answer. In: parameters of a
 * notification. Out: where the view is to open, and the sentence to begin with. It is the server's own answer, but it
 * came through a host: an address is followed like any link, and a sentence is shown as text.
 */
import { isJsonObject, type JsonObject } from '../../../skill/torii/json.ts';

export interface Opening {
  /** Such as `renewals?period=2027Q1`; null = home. */
  readonly address: string | null;
  /** Where things stand, in one sentence; null until the answer is there. */
  readonly headline: string | null;
}

export const notOpened: Opening = { address: null, headline: null };

/** By the method of the notification. */
export const openingOf: Readonly<Record<string, (params: JsonObject) => Partial<Opening>>> = {
  // The answer knows more, such as the id of an app that was asked for by name.
  'ui/notifications/tool-input'({ arguments: args }) {
    const place = isJsonObject(args) ? args['place'] : null;
    return isAddress(place) ? { address: place } : {};
  },
  'ui/notifications/tool-result'({ structuredContent: content, isError }) {
    if (isError === true || !isJsonObject(content)) return {};
    const { address, headline } = content;
    return {
      ...(isAddress(address) && { address }),
      ...(typeof headline === 'string' && { headline: headline.slice(0, LONGEST) }),
    };
  },
};

const LONGEST = 600;

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST && /^[a-z-]*(\?[\w=&%.+*-]*)?$/i.test(value);
}
