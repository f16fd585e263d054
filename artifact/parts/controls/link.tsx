import { createContext, useContext, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react';

/** Goes to an address of the page, such as `#spend-apps`, without asking the frame. */
export const FollowContext = createContext<(href: string) => void>(() => {});

/** Makes an address whole, so that a copied link leads to what is in view. */
export const AddressContext = createContext<(href: string) => string>((href) => href);

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** A real link, so that it can be opened and copied; followed in memory, so that it works in any frame. */
export function Link({ href, onClick, children, ...rest }: LinkProps): ReactNode {
  const follow = useContext(FollowContext);
  const addressOf = useContext(AddressContext);
  const go = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    follow(href);
  };
  return (
    <a {...rest} href={addressOf(href)} onClick={go}>
      {children}
    </a>
  );
}
