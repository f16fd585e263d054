/**
 * PostCSS plugin: puts every rule of the theme under `.dashboard`, so that a host's `.button` is not
 * ours. The class is written twice: a host's rule for one class never wins over the page's own.
 *
 * In: the theme, in which `&` is the dashboard itself. Out: the same as one nested rule. What lies
 * outside the theme, such as the style of our own pages, is left as it is.
 */
import type { UserConfig } from 'vite';

type Postcss = Exclude<NonNullable<UserConfig['css']>['postcss'], string | undefined>;
type PostcssPlugin = Extract<NonNullable<Postcss['plugins']>[number], { readonly postcssPlugin: string }>;

/** Browsers with nesting and light-dark(), from 2024 on: written out, these are a third of the style. */
export const styleTargets = ['chrome123', 'firefox120', 'safari17.5'] as const;

const DASHBOARD = '.dashboard.dashboard';

export const scopedStyle: PostcssPlugin = {
  postcssPlugin: 'scoped-style',
  Once(root, { rule }) {
    if (!/[\\/]artifact[\\/]theme[\\/]/.test(root.source?.input.file ?? '')) return;
    const scope = rule({ selector: DASHBOARD });
    // The page of a printer cannot be nested; ours has a name of its own.
    scope.append(...root.nodes.filter((node) => !(node.type === 'atrule' && node.name === 'page')));
    root.append(scope);
  },
};
