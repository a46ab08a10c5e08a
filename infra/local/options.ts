import { parseArgs } from 'node:util';

export interface LocalOptions {
  readonly profile: string | undefined;
  readonly port: string | undefined;
  readonly data: string | undefined;
  readonly live: boolean;
  readonly help: boolean;
}

export const HELP = `Làm Rõ — chạy toàn bộ hệ thống trên máy này.

  npm start -- [tùy chọn]

  --profile MÃ    hồ sơ tỉnh: thai-binh, hai-phong, lam-dong, cao-bang, tra-vinh (mặc định hai-phong)
  --live          theo dõi các nguồn tin thật của hồ sơ thay cho tòa soạn mẫu
  --port SỐ       cổng của trang làm việc (mặc định 8080)
  --data THƯ_MỤC  nơi giữ dữ liệu (mặc định ./data, hoặc LAMRO_HOME)
  --help          in hướng dẫn này

Biến môi trường: DATABASE_URL (PostgreSQL 15 trở lên, thay cho cơ sở dữ liệu nhúng), REDIS_URL (hàng đợi trên Redis),
MODELS_DIR (thư mục mô hình ngôn ngữ, không bắt buộc), OTEL_EXPORTER_OTLP_ENDPOINT (nơi nhận vết OTLP), LAMRO_HOME, PORT, HOST, BASE_URL, AUTH_SECRET, LOG_LEVEL,
LAMRO_CONFIG_FILE.
Ctrl-C kết thúc theo thứ tự; lần chạy sau thấy lại dữ liệu.
`;

/**
 * Reads the command line of `npm start`.
 *
 * @throws Error with one Vietnamese line for an unknown option
 */
export function readOptions(args: readonly string[]): LocalOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        live: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { profile: values.profile, port: values.port, data: values.data, live: values.live, help: values.help };
  } catch (cause) {
    throw new Error(
      `Không hiểu dòng lệnh (${cause instanceof Error ? cause.message : cause}). Dùng --help để xem các tùy chọn.`,
      { cause },
    );
  }
}
