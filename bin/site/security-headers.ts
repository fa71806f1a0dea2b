const BASE_POLICY = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  // Nothing on a page connects to anything; what audits a page in a browser reads robots.txt in its name.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** Pages whose address is a secret between us and one reader. */
const TOKEN_PAGE = /^\/ezine\/(confirm|unsubscribe|preferences|never|goodbye|one-click)\//;
const KEPT_MAIL = /^\/kept-mail(\/|$)/;

/** Whether a page must not be kept by anybody nor found by a search. */
export function isPrivate(pathname: string): boolean {
  return TOKEN_PAGE.test(pathname) || KEPT_MAIL.test(pathname) || pathname.startsWith("/health/");
}

/** The headers every answer carries; the policy allows what a page without script needs, and nothing more. */
export function securityHeaders(pathname: string, siteUrl: string): Record<string, string> {
  const policy = KEPT_MAIL.test(pathname) ? [...BASE_POLICY, "frame-src 'self'"] : BASE_POLICY;
  const headers: Record<string, string> = {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    // Never no-referrer: a form would then be sent with "Origin: null" and be refused.
    "Referrer-Policy": isPrivate(pathname) ? "same-origin" : "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
  if (siteUrl.startsWith("https:"))
    headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
  if (isPrivate(pathname)) headers["X-Robots-Tag"] = "noindex, nofollow";
  return headers;
}
