/** No blob has this hash. */
export class BlobMissing extends Error {
  readonly sha256: string;

  constructor(sha256: string) {
    super(`Không tìm thấy bản lưu ${sha256} trong kho; kiểm tra kho lưu trữ hoặc phục hồi từ bản sao dự phòng.`);
    this.sha256 = sha256;
  }
}

/** The bytes under this hash are no longer those that were stored. */
export class BlobDamaged extends Error {
  readonly sha256: string;

  constructor(sha256: string, cause: unknown) {
    super(`Bản lưu ${sha256} đã hỏng hoặc bị sửa; phục hồi tệp này từ bản sao dự phòng.`, { cause });
    this.sha256 = sha256;
  }
}
