/** Parameters that say where a reader came from, not what is read. Sources: the published documentation of each platform. */
const NAMES = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ymclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid mkt_tok ' +
    'ref ref_src ref_url referer referrer source_id s_cid cmpid cmp ncid ocid icid ito ns_mchannel ns_source ns_campaign ns_linkname ns_fee ' +
    'at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_type at_link_origin at_ptr_name at_format at_bbc_team ' +
    'spm scm zarsrc zalo_src vero_id vero_conv _hsenc _hsmi hsctatracking oly_anon_id oly_enc_id wickedid rb_clickid ' +
    'share_from share_token share_source share_medium sharesource shareid smid smtyp partner partnerid fb_action_ids fb_action_types fb_source fb_ref ' +
    'action_object_map action_type_map action_ref_map mobile isappinstalled from_wecom weixin from_source srnd sref taid tpcc utm ved usg sa ei oc ' +
    'guccounter guce_referrer guce_referrer_sig cvid ckc mod_source xtor xtref xtcr feature si _ga _gl _ke __twitter_impression amp amp_js_v usqp ' +
    'phpsessid jsessionid aspsessionid sessionid session_id sid sessid cfid cftoken viewstate outputtype'
  ).split(' '),
);
const PREFIX =
  /^(?:utm_|utm-|pk_|mtm_|matomo_|piwik_|hsa_|ga_|stm_|wt_|wt\.|asc_|itm_|int_|trk_|fb_|at_|ns_|__hs|_branch_|sc_c|zalo_)/;

/**
 * Values under which otherwise meaningful names only track: `?from=rss`, `?output=amp`. A map, since names come from outside:
 * an object would answer to `?constructor`.
 */
const BY_VALUE: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    from: /^(?:rss|feed|facebook|twitter|zalo|wechat|weibo|timeline|groupmessage|singlemessage|home|share)/i,
    source: /^(?:rss|feed|facebook|twitter|email|share|googlenews|google)/i,
    output: /^amp/i,
    outputtype: /^amp/i,
    view: /^(?:amp|mobile)$/i,
    m: /^1$/,
    platform: /^(?:amp|mobile)/i,
    rss: /^(?:|1|true)$/i,
  }),
);

export function isTracking(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  return NAMES.has(lower) || PREFIX.test(lower) || (BY_VALUE.get(lower)?.test(value) ?? false);
}
