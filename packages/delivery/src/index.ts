export type {
  Attachment,
  Channel,
  Delivered,
  DeliveryFailed,
  DeliveryFailureKind,
  DeliveryOutcome,
  DeliveryUncertain,
  Notice,
} from './channel/channel.ts';
export { emailChannel } from './email/email.ts';
export { greetMailServer, mailChannel } from './email/mail-channel.ts';
export { type EmailSettings, emailSettings } from './email/settings.ts';
export { nextDigestAt, type QuietHours, quietHours, sendableAt } from './quiet/quiet.ts';
export { retryPauseMs } from './retry/retry.ts';
export { signWebhook, verifyWebhook } from './webhook/signature.ts';
export { type WebhookOptions, webhookChannel } from './webhook/webhook.ts';
