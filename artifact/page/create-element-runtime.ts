/** The functions that JSX compiles to, made of createElement alone: for a module that imports only react. */
import { createElement, Fragment, type ElementType, type Key, type ReactNode } from 'react';

interface Props {
  readonly children?: ReactNode | readonly ReactNode[];
  readonly [name: string]: unknown;
}

export { Fragment };

export function jsx(type: ElementType, props: Props, key?: Key): ReactNode {
  return createElement(type, key === undefined ? props : { ...props, key });
}

/** Of several children that stand side by side, so none of them needs a key. */
export function jsxs(type: ElementType, { children, ...props }: Props, key?: Key): ReactNode {
  const own = key === undefined ? props : { ...props, key };
  return createElement(type, own, ...(Array.isArray(children) ? children : []));
}
