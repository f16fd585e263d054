import { testFaults } from './fault-cases.ts';

testFaults('sandboxed page');
