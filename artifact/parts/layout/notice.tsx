import type { ReactNode } from 'react';

export interface NoticeProps {
  readonly tone: 'neutral' | 'caution' | 'serious';
  /** One sentence: what is the case. */
  readonly sentence: string;
  /** One sentence: what the person can do; empty where nothing would help. */
  readonly action?: string;
  readonly children?: ReactNode;
}

/** A sentence and one action. */
export function NoticeBox({ tone, sentence, action = '', children }: NoticeProps): ReactNode {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'serious' ? 'alert' : undefined}>
      <p>
        <strong>{sentence}</strong> {action}
      </p>
      {children}
    </div>
  );
}
