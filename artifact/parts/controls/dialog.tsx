import { useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react';

export interface DialogProps {
  readonly label: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Covers the page until it is closed; the browser keeps the focus inside and brings it back. */
export function Dialog({ label, className = '', onClose, children }: DialogProps): ReactNode {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const closeOutside = (event: MouseEvent<HTMLDialogElement>): void => {
    if (event.target === element.current) onClose();
  };
  return (
    // oxlint-disable-next-line click-events-have-key-events, no-noninteractive-element-interactions -- Esc is the key
    <dialog
      ref={element}
      className={`dialog ${className}`}
      aria-label={label}
      onClick={closeOutside}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
