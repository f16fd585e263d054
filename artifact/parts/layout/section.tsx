import { useId, type ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  /** What the section shows, said in words. */
  readonly sentence?: ReactNode;
  /** What the section rests on: sources, completeness, as of. */
  readonly provenance?: ReactNode;
  readonly children?: ReactNode;
}

/** A titled region: the sentence first, then the evidence, then what it rests on. */
export function Section({ title, sentence, provenance, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {sentence && <p className="sentence">{sentence}</p>}
      {children}
      {provenance && <p className="provenance">{provenance}</p>}
    </section>
  );
}
