/**
 * React's own JSX functions by name. What is imported from a CommonJS module is called through the module,
 * `(0,k.jsx)(…)`, a thousand times over; these are called as they are, which saves 6 kB of the page.
 */
import * as runtime from 'react/jsx-runtime';

export const { Fragment, jsx, jsxs } = runtime;
