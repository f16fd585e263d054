import './without-eval.ts';
import { createRoot } from 'react-dom/client';
import SaasRationalization from '../react-dashboard-template.jsx';
import { configurationIn } from './configuration.ts';
import { pageRoot } from './root.ts';

createRoot(pageRoot(document)).render(<SaasRationalization given={configurationIn(document)} />);
