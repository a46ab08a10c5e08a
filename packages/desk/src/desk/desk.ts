import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { administrationRoutes } from '../administration/routes.ts';
import { agencyRoutes } from '../agency/routes.ts';
import { articleRoutes } from '../article/routes.ts';
import { assetRoutes } from '../assets/routes.ts';
import { briefingRoutes } from '../briefing/routes.ts';
import { letterRoutes } from '../case/letters.ts';
import { packageRoutes } from '../case/packages.ts';
import { caseRoutes } from '../case/routes.ts';
import { clarificationRoutes } from '../clarification/routes.ts';
import { deliveryRoutes } from '../delivery/routes.ts';
import { feedRoutes, feedSettingRoutes } from '../feed/routes.ts';
import { flagRoutes } from '../flag/routes.ts';
import { helpRoutes } from '../help/routes.ts';
import { learningRoutes } from '../learning/routes.ts';
import { preferenceRoutes } from '../preference/routes.ts';
import { answerProblem } from '../problem/answer.ts';
import { recordRoutes } from '../record/routes.ts';
import { reportRoutes } from '../report/routes.ts';
import { passwordRoutes } from '../session/password-routes.ts';
import { sessionRoutes } from '../session/routes.ts';
import { sourceRoutes } from '../source/routes.ts';
import { streamRoutes } from '../stream/routes.ts';
import { todayRoutes } from '../today/routes.ts';
import { LARGEST_BODY, signedOnly, withView } from './middleware.ts';
import type { DeskOptions } from './options.ts';
import { NotFound } from './refusals.ts';
import type { DeskEnv } from './view.ts';

/**
 * The web pages as one Hono app, to be mounted at `/` after `/api`. It needs no build step and opens nothing by itself.
 *
 * @example app.route('/', createDesk({ pool, identity, casework, profiles, clock, secret, baseUrl }))
 */
export function createDesk(options: DeskOptions): Hono<DeskEnv> {
  const desk = new Hono<DeskEnv>();
  desk.use(compress());
  desk.use(bodyLimit({ maxSize: LARGEST_BODY }));
  // Before anything that knows a session: whoever reads these pages is not asked who they are.
  desk.route('/', clarificationRoutes(options));
  desk.route('/', feedRoutes(options));
  desk.use(strictHeaders());
  desk.route('/', assetRoutes());
  desk.use(withView(options));
  desk.route('/', sessionRoutes(options));
  desk.route('/', passwordRoutes(options));
  desk.route('/', preferenceRoutes(options));
  desk.use(signedOnly);
  const pages = [
    todayRoutes,
    streamRoutes,
    feedSettingRoutes,
    articleRoutes,
    flagRoutes,
    letterRoutes,
    packageRoutes,
    caseRoutes,
    agencyRoutes,
    recordRoutes,
    sourceRoutes,
    briefingRoutes,
    reportRoutes,
    administrationRoutes,
    deliveryRoutes,
    learningRoutes,
    helpRoutes,
  ];
  for (const routes of pages) desk.route('/', routes(options));
  desk.notFound((c) => answerProblem(c, new NotFound(), options));
  desk.onError((error, c) => answerProblem(c, error, options));
  return desk;
}

/** Nothing runs but our own two scripts, nothing draws but our own style, nobody frames us. */
function strictHeaders() {
  const own = ["'self'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: own,
      styleSrc: own,
      imgSrc: [...own, 'data:'],
      connectSrc: own,
      formAction: own,
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    // The operator's own proxy decides about TLS.
    strictTransportSecurity: false,
  });
}
