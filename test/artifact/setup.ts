import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/react';

// How long something may take to appear; a busy machine is no failure.
configure({ asyncUtilTimeout: 15_000 });
