export { type ExportFormat, type ExportReport, writeExport } from './export/write-export.ts';
export { BackupDamaged, WrongKey } from './file/problem.ts';
export {
  type CheckedBackup,
  checkBackup,
  type Restored,
  type RestoreTarget,
  restoreBackup,
} from './file/restore-backup.ts';
export { type Verification, verifyRestored } from './file/verify-restored.ts';
export { type BackupReport, type BackupSource, writeBackup } from './file/write-backup.ts';
export { fingerprintOf } from './installation/home-files.ts';
export type { LockingKey, OpeningKey } from './key/key.ts';
export type { ChainProof, Manifest, Summary } from './manifest/manifest.ts';
