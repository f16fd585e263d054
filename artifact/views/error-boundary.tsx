import { Component, type ReactNode } from 'react';
import { NoticeBox } from '../parts/layout.ts';

interface Fault {
  readonly message: string | null;
}

/** A bug costs the part it happens in, and says so; the page is never blank. */
export class ErrorBoundary extends Component<{ part: string; children: ReactNode }, Fault> {
  override state: Fault = { message: null };

  static getDerivedStateFromError(error: unknown): Fault {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <NoticeBox
        tone="serious"
        sentence={`${this.props.part} cannot be shown because of a fault in this page.`}
        action="The other parts still hold. Reload; if it stays, report the text below."
      >
        <pre>{message}</pre>
      </NoticeBox>
    );
  }
}
