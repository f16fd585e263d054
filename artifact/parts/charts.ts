/**
 * Drawings: bars, a scatter, curves, a waterfall.
 *
 * In: numbers with the words that stand for them, and where each mark leads. Out: SVG; every drawing has a
 * table or a legend beside it that says the same. An unknown value is hatched or apart, never drawn as zero.
 */
export { Bar, Partition, Patterns, StackedBar, type Mark, type Part } from './charts/bars.tsx';
export { Curve, type CurvePoint } from './charts/curve.tsx';
export { Lines, type LineSeries } from './charts/lines.tsx';
export { Pareto } from './charts/pareto.tsx';
export { Scatter, type Dot } from './charts/scatter.tsx';
export { Waterfall, type WaterfallStep } from './charts/waterfall.tsx';
