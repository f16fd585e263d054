import { testFaults } from './fault-cases.ts';

testFaults('published artifact, older form');
