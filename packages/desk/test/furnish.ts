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

/** Fills an office with work in every state, given by the commands themselves. */
export async function furnish(office: Office): Promise<Furnished> {
  const { casework } = office;
  const { pool } = office.database;
  const accounts = await office.identity.listAccounts(PROFILE);
  const as = (role: Role): Actor => {
    const account = accounts.find((candidate) => candidate.role === role);
    if (account === undefined) throw new Error(`no account for ${role}`);
    return account;
  };
  const article = (title: string) => insertFlaggedArticle(pool, { profile: PROFILE, title, sectors: ['health'] });
  const review = (flagId: string, decision: 'confirmed' | 'dismissed' | 'needs-evidence') =>
    casework.reviewFlag(as('analyst'), {
      flagId,
      decision,
      verdict: decision === 'dismissed' ? 'accurate-negative' : null,
      reason: 'Đã đối chiếu với báo cáo quý III.',
    });
  const open = await article('Ca sốt xuất huyết tăng gấp đôi?');
  const dismissed = await article('Bệnh viện quá tải, người nhà kê ghế bố ngoài hành lang');
  await review(dismissed.flagId, 'dismissed');
  await review((await article('Thuốc hiếm hết hạn trong kho')).flagId, 'needs-evidence');
  const confirmed = await article('Hàng loạt trạm y tế đóng cửa');
  await review(confirmed.flagId, 'confirmed');

  const newCase = async (title: string) => {
    const { flagId } = await article(title);
    await review(flagId, 'confirmed');
    const { caseId } = await casework.openCase(as('analyst'), { flagIds: [flagId], title });
    return caseId;
  };
  const assigned = async (title: string) => {
    const caseId = await newCase(title);
    const { state } = await casework.assign(as('analyst'), {
      caseId,
      agency: AGENCY,
      reason: 'Lĩnh vực y tế',
      instruction: 'Trả lời trước thứ Sáu.',
    });
    if (state === 'awaiting-assignment') await casework.approveAssignment(as('leader'), { caseId });
    await casework.accept(as('officer'), { caseId });
    const { responseId } = await casework.draft(as('officer'), {
      caseId,
      title: 'Về số liệu',
      body: 'Số liệu đúng là 380 ca.\n\nNguồn: 159/BC.',
    });
    await casework.comment(as('leader'), { caseId, responseId, body: 'Nêu thêm kỳ số liệu.' });
    return { caseId, responseId };
  };
  const awaiting = await newCase('Thiếu vắc xin ở tuyến xã');
  const responding = await assigned('Số ca mắc bị nêu sai');
  const released = await assigned('Tin đồn về nguồn nước');
  await casework.submit(as('officer'), { caseId: released.caseId });
  await casework.approve(as('leader'), { caseId: released.caseId });
  await casework.release(as('officer'), {
    caseId: released.caseId,
    responseId: released.responseId,
    proof: {
      channel: 'information-to-press',
      recipient: 'Báo Kiểm Thử',
      sentAt: '2026-11-22T10:00:00+07:00',
      receipt: 'Công văn nhận số 3',
    },
  });
  const edited = await article('Giá dịch vụ y tế tăng từ tháng sau');
  const second = await pool.query<{ id: string }>(
    `insert into article_versions (profile, article_id, number, content_hash, title, body, published_at, language, snapshot_sha256, extractor_version)
     select profile, article_id, 2, 'second', 'Giá dịch vụ y tế chưa tăng', body || E'\\nTòa soạn đã sửa con số.', published_at, language, snapshot_sha256, extractor_version
     from article_versions where id = $1 returning id`,
    [edited.versionId],
  );
  return {
    articleId: open.articleId,
    editedArticleId: edited.articleId,
    editedVersionId: second.rows[0]?.id ?? '',
    openFlagId: open.flagId,
    dismissedFlagId: dismissed.flagId,
    confirmedFlagId: confirmed.flagId,
    cases: { awaiting, responding: responding.caseId, released: released.caseId },
  };
}
