import { createRoot } from 'react-dom/client';
import '../../artifact/page/page.css';
import { pageRoot } from '../../artifact/page/root.ts';
import { Dashboard } from '../../artifact/views/dashboard.tsx';
import { programs } from './programs.ts';

/** The program that the address asks for: `?decideInbox`. */
const program = programs[location.search.slice(1)];
if (program === undefined) throw new Error(`The gallery has no program ${location.search}.`);
document.title = program.shows;
history.replaceState(null, '', `${location.search}${program.address}`);
createRoot(pageRoot(document)).render(<Dashboard {...program.page()} />);
