/** The reads of Torii's own catalog, which knows more apps than any tenant. */
import type { JsonObject } from '../../skill/torii/json.ts';
import { appId, products } from '../tenant/products.ts';
import type { Reads } from './read.ts';
import { textOf } from './values.ts';

const catalog: readonly JsonObject[] = products.map((product, index) => ({
  id: appId(index),
  name: product.name,
  category: product.category,
  imageUrl: '',
  url: `https://${product.domain}`,
  isHidden: false,
}));

function search(words: string): JsonObject[] {
  return catalog.filter((row) => textOf(row['name']).toLowerCase().includes(words.toLowerCase()));
}

export function catalogReads(): Reads {
  return {
    search_apps: (args) => ({ apps: search(textOf(args['q'])).slice(0, Number(args['limit'] ?? 20)) }),
    match_apps: (args) => {
      const wanted = Array.isArray(args['apps']) ? args['apps'] : [];
      const names = wanted.map((item) => textOf((item as JsonObject)['name']));
      return { apps: names.map((name) => ({ name, match: name === '' ? null : (search(name)[0] ?? null) })) };
    },
  };
}
