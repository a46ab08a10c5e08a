import type { LockingKey, OpeningKey } from '@lamro/backup';
import { type Config, ConfigError } from '@lamro/runtime';

/**
 * What a backup of this installation is closed with. Public keys come first: then no machine that writes backups can read them.
 *
 * @throws ConfigError when the operator has set neither; there is no default
 */
export function lockingKey(config: Config): LockingKey {
  const recipients = words(config.BACKUP_RECIPIENT ?? '');
  if (recipients.length > 0) return { recipients };
  if (config.BACKUP_PASSPHRASE !== undefined) return { passphrase: config.BACKUP_PASSPHRASE };
  throw new ConfigError([
    'bản sao lưu luôn được mã hóa: đặt BACKUP_PASSPHRASE (từ 16 ký tự) hoặc BACKUP_RECIPIENT (khóa công khai age1…), hoặc …_FILE trỏ tới tệp chứa',
  ]);
}

/** @throws ConfigError when nothing that opens a backup is set */
export function openingKey(config: Config): OpeningKey {
  // A file of keys as `age-keygen` writes it has comments between the lines.
  const identities = words(config.BACKUP_IDENTITY ?? '').filter((word) => word.startsWith('AGE-SECRET-KEY-'));
  if (identities.length > 0) return { identities };
  if (config.BACKUP_PASSPHRASE !== undefined) return { passphrase: config.BACKUP_PASSPHRASE };
  throw new ConfigError([
    'để mở bản sao lưu, đặt BACKUP_PASSPHRASE hoặc BACKUP_IDENTITY (khóa bí mật AGE-SECRET-KEY-1…), hoặc …_FILE trỏ tới tệp chứa',
  ]);
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
