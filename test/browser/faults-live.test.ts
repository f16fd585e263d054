import { testFaults } from './fault-cases.ts';

testFaults('live artifact');
