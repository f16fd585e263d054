/**
 * What an installed skill, plugin or extension consists of.
 * In: the built parts. Out: files, archives with the same bytes each time, and the problems a host would refuse.
 */
export { archiveProblems } from './archive/archive-problems.ts';
export { archiveOf } from './archive/archive.ts';
export type { PackageProblem } from './archive/package-problem.ts';
export { skillProblems } from './archive/skill-problems.ts';
export { extensionFiles } from './contents/extension.ts';
export { peopleNamed, personalProblems, type TenantFile, tenantFiles } from './contents/personal-skill.ts';
export { pluginFiles } from './contents/plugin-files.ts';
export { below, skillFiles, skillName, type SkillParts } from './contents/skill-files.ts';
export { type TenantPack, tenantPackProblems } from './contents/tenant-pack.ts';
