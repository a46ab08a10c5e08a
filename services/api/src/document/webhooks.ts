import type { OpenAPIHono } from '@hono/zod-openapi';
import { noticeKindSchema } from '@lamro/domain';
import { wordsIn } from '@lamro/wording';
import { z } from 'zod';

const { terms } = wordsIn('vi');

const headers = z.object({
  'webhook-id': z.string().describe('Mã của thông báo, giữ nguyên khi gửi lại: bên nhận nhờ đó nhận ra bản trùng.'),
  'webhook-timestamp': z.string().describe('Số giây từ năm 1970; lệch quá năm phút thì bên nhận nên từ chối.'),
  'webhook-signature': z
    .string()
    .describe(
      '"v1," và base64 của HMAC-SHA256 trên "webhook-id.webhook-timestamp.nội dung"; trong 24 giờ sau khi đổi khóa có hai chữ ký cách nhau bằng dấu cách.',
    ),
});
const notice = z.object({ id: z.string(), kind: z.string(), title: z.string(), link: z.url().nullable() });

/** What registered addresses are sent, one entry for each kind of notice; an entry of its own is easier to find than a list. */
export function describeWebhooks(registry: OpenAPIHono['openAPIRegistry']): void {
  for (const kind of noticeKindSchema.options)
    registry.registerWebhook({
      method: 'post',
      path: kind,
      operationId: `webhook-${kind}`,
      tags: ['webhooks'],
      summary: terms.noticeKinds[kind],
      description: 'Gửi tới các địa chỉ ở /webhooks, ký theo chuẩn Standard Webhooks.',
      request: {
        headers,
        body: {
          required: true,
          content: {
            'application/json': {
              schema: z.object({
                type: z.literal(kind),
                timestamp: z.iso.datetime(),
                data: z.object({ subject: z.string(), text: z.string(), notices: z.array(notice) }),
              }),
            },
          },
        },
      },
      responses: {
        '2XX': { description: 'Đã nhận. Mọi trả lời khác, hoặc im lặng, được thử lại trong khoảng ba ngày.' },
        410: { description: 'Không nhận nữa: không thử lại.' },
      },
    });
}
