import { openBlobStore } from '@lamro/archive';
import { greetMailServer } from '@lamro/delivery';
import { openModels } from '@lamro/models';
import { chooseBackend, openQueues } from '@lamro/queue';
import { type Config, createLogger } from '@lamro/runtime';
import { z } from 'zod';
import { ledgerUrl } from '../installation/ledger.ts';
import { type Look, well, wrong } from './finding.ts';

const OIDC_WITHIN_MS = 5_000;

/** What stands beside the database: queue, archive, mail, single sign-on, models. */
export function besideLooks(config: Config): Readonly<Record<string, Look>> {
  return {
    queue: () => lookAtQueue(config),
    archive: () => lookAtArchive(config),
    mail: () => lookAtMail(config),
    'sign-on': () => lookAtSignOn(config),
    models: () => lookAtModels(config),
  };
}

async function lookAtQueue(config: Config): Promise<Awaited<ReturnType<Look>>> {
  // As the services do: whoever made the queue's tables keeps them.
  const url = config.REDIS_URL === undefined ? (config.DATABASE_SERVICE_URL ?? ledgerUrl(config)) : '';
  const queues = await openQueues(chooseBackend(url, config.REDIS_URL), createLogger('doctor', 'silent'));
  try {
    const waiting = (await queues.depths()).reduce((sum, depth) => sum + depth.waiting, 0);
    return well(`${await queues.describe()}, ${waiting} việc đang chờ`);
  } finally {
    await queues.close();
  }
}

/** Always the same bytes: looking a thousand times leaves one small blob. */
const PROBE = Buffer.from('lamro doctor: kiểm tra ghi và đọc kho lưu\n');

async function lookAtArchive(config: Config): Promise<Awaited<ReturnType<Look>>> {
  const place = config.S3_BUCKET === undefined ? `thư mục ${config.LAMRO_HOME}/archive` : `S3 ${config.S3_BUCKET}`;
  try {
    const store = openBlobStore(config);
    const back = await store.get(await store.put(PROBE));
    if (Buffer.from(back).equals(PROBE)) return well(`${place}: ghi và đọc được`);
    return wrong(`${place}: đọc lại khác với khi ghi; kiểm tra đĩa`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return wrong(`${place}: không ghi được (${why}); kiểm tra quyền của tài khoản chạy dịch vụ và chỗ trống`);
  }
}

async function lookAtMail({ SMTP_URL, MAIL_FROM, BASE_URL }: Config): Promise<Awaited<ReturnType<Look>>> {
  if (!(await greetMailServer(SMTP_URL, MAIL_FROM)))
    return well('chưa cấu hình thư điện tử (SMTP_URL, MAIL_FROM): thông báo chỉ hiện trong bàn làm việc');
  if (BASE_URL === undefined) return wrong('thư sẽ có đường dẫn chỉ mở được trên máy này: đặt BASE_URL');
  return well('máy chủ thư nhận đăng nhập');
}

const discoverySchema = z.object({ issuer: z.url(), authorization_endpoint: z.url(), token_endpoint: z.url() });

async function lookAtSignOn(config: Config): Promise<Awaited<ReturnType<Look>>> {
  const { OIDC_DISCOVERY_URL: url, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = config;
  const set = [url, id, secret].filter((value) => value !== undefined).length;
  if (set === 0) return well('chưa cấu hình đăng nhập một lần');
  if (url === undefined || set < 3)
    return wrong('đăng nhập một lần cần đủ OIDC_DISCOVERY_URL, OIDC_CLIENT_ID và OIDC_CLIENT_SECRET');
  const remedy = 'kiểm tra OIDC_DISCOVERY_URL (thường kết thúc bằng /.well-known/openid-configuration) và tường lửa';
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(OIDC_WITHIN_MS), redirect: 'error' });
    if (!answer.ok) return wrong(`${url} trả lời ${answer.status}: ${remedy}`);
    const found = discoverySchema.safeParse(await answer.json());
    if (!found.success) return wrong(`${url} không phải tài liệu OpenID Connect: ${remedy}`);
    return well(`đăng nhập một lần qua ${found.data.issuer}`);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return wrong(`không đọc được ${url} (${cause instanceof Error ? cause.message : String(cause)}): ${remedy}`);
  }
}

async function lookAtModels(config: Config): Promise<Awaited<ReturnType<Look>>> {
  const models = openModels({ folder: config.MODELS_DIR });
  try {
    await models.settled();
    const { ok, detail } = models.health();
    return ok ? well(detail) : wrong(`${detail}; xem docs/models.md`);
  } finally {
    await models.close();
  }
}
