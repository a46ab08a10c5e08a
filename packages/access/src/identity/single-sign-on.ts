import { z } from 'zod';

const answerSchema = z.object({ url: z.url() });

/**
 * Begins a sign-in with the office's provider.
 *
 * @throws when the provider cannot be reached or its discovery document is unusable
 */
export async function startSingleSignOn(
  handler: (request: Request) => Promise<Response>,
  baseUrl: string,
  pages: { readonly returnTo: string; readonly errorTo: string },
): Promise<{ url: string; headers: Headers }> {
  const response = await handler(
    new Request(new URL('/api/auth/sign-in/social', baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(baseUrl).origin },
      body: JSON.stringify({
        provider: 'office',
        callbackURL: pages.returnTo,
        errorCallbackURL: pages.errorTo,
        disableRedirect: true,
      }),
    }),
  );
  const answer = answerSchema.safeParse(await response.json());
  if (!answer.success) {
    throw new Error(
      `Không bắt đầu được đăng nhập một lần (${response.status}): hãy kiểm tra địa chỉ và mã của nhà cung cấp OIDC.`,
    );
  }
  return { url: answer.data.url, headers: response.headers };
}
