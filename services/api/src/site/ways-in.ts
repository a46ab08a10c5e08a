import { randomUUID } from 'node:crypto';
import type { IdentityMailer, SingleSignOn } from '@lamro/access';
import { type Channel, mailChannel } from '@lamro/delivery';
import type { Config, Logger } from '@lamro/runtime';
import { identityLetters } from '@lamro/wording';
import type { SiteParts } from './site.ts';

/**
 * How people get their accounts and sign in, as the operator set it: the mail server of identity's letters, and the office's own
 * provider.
 *
 * @throws Error with one Vietnamese line where settings that belong together are not all there
 */
export function waysIn(config: Config, logger: Logger): Pick<SiteParts, 'mailer' | 'singleSignOn'> {
  const channel = mailChannel(config.SMTP_URL, config.MAIL_FROM);
  const singleSignOn = singleSignOnOf(config);
  return {
    ...(channel === null ? {} : { mailer: identityMailer(channel, mailHostOf(config), logger) }),
    ...(singleSignOn === null ? {} : { singleSignOn }),
  };
}

function mailHostOf({ BASE_URL, HOST }: Config): string {
  return URL.parse(BASE_URL ?? '')?.hostname ?? HOST;
}

function singleSignOnOf(config: Config): SingleSignOn | null {
  const { OIDC_DISCOVERY_URL: discoveryUrl, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (discoveryUrl === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (discoveryUrl === undefined || clientId === undefined || clientSecret === undefined)
    throw new Error(
      'OIDC_DISCOVERY_URL, OIDC_CLIENT_ID và OIDC_CLIENT_SECRET phải đặt cùng nhau: hãy thêm biến còn thiếu, hoặc bỏ cả ba.',
    );
  return { discoveryUrl, clientId, clientSecret };
}

/** A letter that could not go is only logged: whoever asks for a new password must not learn which addresses have an account. */
function identityMailer(channel: Channel, mailHost: string, logger: Logger): IdentityMailer {
  const send = async (event: string, recipient: string, letter: { subject: string; text: string }) => {
    const id = randomUUID();
    const messageId = `<${id}@${mailHost}>`;
    const outcome = await channel.send({
      id,
      messageId,
      recipient,
      event,
      ...letter,
      html: null,
      data: {},
      createdAt: new Date(),
    });
    if (outcome.status !== 'delivered') logger.warn({ event, detail: outcome.detail }, 'letter of identity not sent');
  };
  return {
    sendInvitation: ({ email, name }, link) => send('account.invited', email, identityLetters.invitation(name, link)),
    sendReset: ({ email, name }, link) => send('account.reset', email, identityLetters.reset(name, link)),
  };
}
