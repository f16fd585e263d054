import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';

export interface PictureProps {
  readonly title: string;
  /** What the drawing shows, said in words. */
  readonly sentence: ReactNode;
  /** The drawing; each of its marks is a link whose name says all of it. */
  readonly children: ReactNode;
}

/** A drawing with its sentence; while a mark is pointed at, its own words take the place of the sentence. */
export function Picture({ title, sentence, children }: PictureProps): ReactNode {
  const id = useId();
  const [said, setSaid] = useState<string | null>(null);
  const point = ({ target }: SyntheticEvent): void => {
    const mark = target instanceof Element ? target.closest('svg a[aria-label]') : null;
    setSaid(mark?.getAttribute('aria-label') ?? null);
  };
  const leave = (): void => setSaid(null);
  return (
    <figure className="picture" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        <p className={said === null ? 'picture-sentence' : 'picture-sentence pointed'}>{said ?? sentence}</p>
      </figcaption>
      <div onPointerOver={point} onPointerLeave={leave} onFocus={point} onBlur={leave}>
        {children}
      </div>
    </figure>
  );
}
