import type { Actor } from '@lamro/access';
import type { Role } from '@lamro/domain';
import { insertFlaggedArticle } from '@lamro/testkit';
import { AGENCY, type Office, PROFILE } from './office.ts';

export interface Furnished {
  readonly articleId: string;
  readonly editedArticleId: string;
  readonly editedVersionId: string;
  readonly openFlagId: string;
  readonly dismissedFlagId: string;
  readonly confirmedFlagId: string;
  /** Cases in different states, by state. */
  readonly cases: Readonly<Record<'awaiting' | 'responding' | 'released', string>>;
}

type As = (role: Role) => Actor;
type Decision = 'confirmed' | 'dismissed' | 'needs-evidence';

/** Fills an office with work in every state, given by the commands themselves. */
export async function furnish(office: Office): Promise<Furnished> {
  const accounts = await office.identity.listAccounts(PROFILE);
  const as: As = (role) => {
    const account = accounts.find((candidate) => candidate.role === role);
    if (account === undefined) throw new Error(`no account for ${role}`);
    return account;
  };
  const open = await article(office, 'Ca sốt xuất huyết tăng gấp đôi?');
  const dismissed = await reviewed(office, as, 'Bệnh viện quá tải, người nhà kê ghế bố ngoài hành lang', 'dismissed');
  await reviewed(office, as, 'Thuốc hiếm hết hạn trong kho', 'needs-evidence');
  const confirmed = await reviewed(office, as, 'Hàng loạt trạm y tế đóng cửa', 'confirmed');
  const awaiting = await newCase(office, as, 'Thiếu vắc xin ở tuyến xã');
  const responding = await answeredCase(office, as, 'Số ca mắc bị nêu sai');
  const released = await releasedCase(office, as, 'Tin đồn về nguồn nước');
  const edited = await editedArticle(office);
  await noticesThatLeft(office, as('administrator'));
  return {
    articleId: open.articleId,
    editedArticleId: edited.articleId,
    editedVersionId: edited.versionId,
    openFlagId: open.flagId,
    dismissedFlagId: dismissed,
    confirmedFlagId: confirmed,
    cases: { awaiting, responding: responding.caseId, released },
  };
}

function article(office: Office, title: string) {
  return insertFlaggedArticle(office.database.pool, { profile: PROFILE, title, sectors: ['health'] });
}

async function reviewed(office: Office, as: As, title: string, decision: Decision): Promise<string> {
  const { flagId } = await article(office, title);
  const verdict = decision === 'dismissed' ? 'accurate-negative' : null;
  const reason = 'Đã đối chiếu với báo cáo quý III.';
  await office.casework.reviewFlag(as('analyst'), { flagId, decision, verdict, reason });
  return flagId;
}

async function newCase(office: Office, as: As, title: string): Promise<string> {
  const flagId = await reviewed(office, as, title, 'confirmed');
  return (await office.casework.openCase(as('analyst'), { flagIds: [flagId], title })).caseId;
}

async function answeredCase({ casework, ...office }: Office, as: As, title: string) {
  const caseId = await newCase({ casework, ...office }, as, title);
  const order = { caseId, agency: AGENCY, reason: 'Lĩnh vực y tế', instruction: 'Trả lời trước thứ Sáu.' };
  const { state } = await casework.assign(as('analyst'), order);
  if (state === 'awaiting-assignment') await casework.approveAssignment(as('leader'), { caseId });
  await casework.accept(as('officer'), { caseId });
  const text = { title: 'Về số liệu', body: 'Số liệu đúng là 380 ca.\n\nNguồn: 159/BC.' };
  const { responseId } = await casework.draft(as('officer'), { caseId, ...text });
  await casework.comment(as('leader'), { caseId, responseId, body: 'Nêu thêm kỳ số liệu.' });
  return { caseId, responseId };
}

async function releasedCase(office: Office, as: As, title: string): Promise<string> {
  const { caseId, responseId } = await answeredCase(office, as, title);
  await office.casework.submit(as('officer'), { caseId });
  await office.casework.approve(as('leader'), { caseId });
  const proof = {
    channel: 'information-to-press',
    recipient: 'Báo Kiểm Thử',
    sentAt: new Date().toISOString(),
    receipt: 'Công văn nhận số 3',
  } as const;
  await office.casework.release(as('officer'), { caseId, responseId, proof });
  return caseId;
}

/** An article of which the outlet has changed headline and text. */
async function editedArticle(office: Office): Promise<{ articleId: string; versionId: string }> {
  const { articleId, versionId } = await article(office, 'Giá dịch vụ y tế tăng từ tháng sau');
  const second = await office.database.pool.query<{ id: string }>(
    `insert into article_versions (profile, article_id, number, content_hash, title, body, published_at, language, snapshot_sha256, extractor_version)
     select profile, article_id, 2, 'second', 'Giá dịch vụ y tế chưa tăng', body || E'\\nTòa soạn đã sửa con số.', published_at, language, snapshot_sha256, extractor_version
     from article_versions where id = $1 returning id`,
    [versionId],
  );
  return { articleId, versionId: second.rows[0]?.id ?? '' };
}

/** A webhook that changes its secret, and letters in states that a person has to decide about. */
async function noticesThatLeft({ casework, database }: Office, administrator: Actor): Promise<void> {
  const url = 'https://he-thong-van-ban.thu-nghiem.example/lam-ro/nhan-thong-bao';
  const { webhookId } = await casework.addWebhook(administrator, { url, kinds: ['flag-raised', 'case-released'] });
  await casework.rotateWebhook(administrator, { webhookId });
  const detail = 'Kết nối với máy chủ thư bị ngắt sau khi thư đã được chuyển đi; không chắc thư đã đến hay chưa.';
  for (const [index, state] of ['uncertain', 'failed', 'delivered', 'waiting'].entries()) {
    const made = await database.pool.query<{ id: string }>(
      `insert into deliveries (profile, channel, recipient_id, message_id, state, attempts, detail, next_attempt_at, created_at)
       values ($1, 'email', $2, $3, $4, 1, $5, now(), now()) returning id`,
      [PROFILE, administrator.id, `<thu-${index}@lamro.example>`, state, detail],
    );
    await database.pool.query(
      `insert into delivery_attempts (delivery_id, number, started_at, finished_at, status, kind, detail)
       values ($1, 1, now(), now(), 'uncertain', 'unreachable', $2)`,
      [made.rows[0]?.id, detail],
    );
  }
}
