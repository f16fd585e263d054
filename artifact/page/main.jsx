import './without-eval.ts';
import { createRoot } from 'react-dom/client';
import SaasRationalization from '../react-dashboard-template.jsx';
import { configurationIn, withTenantFile } from './configuration.ts';
import { Demo } from './demo.tsx';
import './page.css';
import { pageRoot } from './root.ts';

const root = createRoot(pageRoot(document));
const { saasRationalizationDemo: demo } = globalThis;
const given = configurationIn(document);

if (demo !== undefined) root.render(<Demo make={demo} />);
else if (!('tenantFile' in given)) root.render(<SaasRationalization given={given} />);
else void withTenantFile(given).then((whole) => root.render(<SaasRationalization given={whole} />));
