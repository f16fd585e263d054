import { useState, type ReactNode } from 'react';
import { ownerNamesIn } from '../owner-names.ts';
import { useResults } from '../page-context.ts';

/** Who owns the app, by number; the name comes after a click, where the record carries one. */
export function OwnerName({ id }: { readonly id: string }): ReactNode {
  const results = useResults();
  const [name, setName] = useState<string | null>(null);
  if (name !== null) return name;
  const show = (): void => setName(ownerNamesIn(results).get(id) ?? 'the record carries no name');
  return (
    <button type="button" className="button button-quiet" onClick={show}>
      Show name
    </button>
  );
}
