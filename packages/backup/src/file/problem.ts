/** The file is not whole: cut off, changed, or not a backup at all. Nothing of it may be used. */
export class BackupDamaged extends Error {
  constructor(what: string, cause?: unknown) {
    super(
      `Tệp sao lưu bị hỏng, bị cắt hoặc bị sửa (${what}): không khôi phục gì từ tệp này; hãy dùng bản sao lưu khác.`,
      {
        cause,
      },
    );
    this.name = 'BackupDamaged';
  }
}

/** The file is closed with another key. */
export class WrongKey extends Error {
  constructor(cause?: unknown) {
    super(
      'Không mở được tệp sao lưu: sai mật khẩu hoặc sai khóa (BACKUP_PASSPHRASE, hoặc BACKUP_IDENTITY khi sao lưu bằng khóa công khai).',
      { cause },
    );
    this.name = 'WrongKey';
  }
}
