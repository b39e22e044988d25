import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Playground } from "./playground";

/** Every text of the page that is seen, said or shown as a hint. */
function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      // A switch to another language says so in that language.
      if (element?.closest("#boot, template, script, noscript, [lang]:not(html)")) {
        continue;
      }
      if (node instanceof Text) {
        found.add(node.data.trim());
      } else if (node instanceof Element) {
        for (const name of ["aria-label", "title", "placeholder", "aria-valuetext", "aria-roledescription"]) {
          found.add((node.getAttribute(name) ?? "").trim());
        }
      }
    }
    return [...found].filter((text) => text !== "");
  });
}

/** Names that are the same in every language: products, protocols, metrics, units, ids. */
const SAME = new RegExp(
  [
    "EBS|SQS|RDS Proxy|Aurora|ElastiCache|X-Forwarded-For|Application Load Balancer|gRPC|USD|Launch|Terminate|ABANDON|CONTINUE|cron|UTC|gp2|gp3|io1|GiB|MiB|WriteIOPS|ReadIOPS|IOPS",
    "Ninepins|SLA|IPv4|vCPU|PUT|PRC-\\d+(?:-[A-Z]+)?|Route 53|CloudFront|S3|VPC|ALB|NLB|LCU|ACL|CNAME|SSL|RSA|ECDSA|ASG|Auto Scaling|EC2|RDS|Multi-AZ|ACM|AWS|DNS|CDN|TLS|HTTP|HTTPS|CPU(?:Utilization)?|NAT|CIDR|SPA|TTL",
    "HikariCP|Poisson|CSV|JVM|keepalive|keep-alive|Network Load Balancer|Mbit\\/s|Gbit\\/s|conntrack_allowance_exceeded|user data|Amazon S3|allow|deny|4xxErrors|4xx|5xxErrors|HEAD|Tomcat|Spring|Boot|MySQL|React|Zipf|TCP|IP|JSON|API|DB|ELB|ListBucket|Slow Down|Origin Shield|Cache-Control|GET|HEAD|REST|OAC|max-age|no-store|KiB|kB|MB|GB|ms|EN|Tab|Enter|Shift|Ctrl|Alt|Delete|Escape|F2|W",
    // CloudWatch's own names of metrics.
    "[A-Z][a-z]+(?:[A-Z][A-Za-z0-9]*|_[A-Za-z0-9_]+)+|[A-Z]{2,}[a-z]\\w+|\\bQueries\\b|5xx",
    // The design's own: ids, addresses, zones, names.
    "\\b[a-z0-9]+(?:[.-][a-z0-9]+)+\\b|10\\.\\d+\\.\\d+\\.\\d+/\\d+|p50|p95|p99",
    "\\b(?:users|dns|cdn|web|alb|api|db|replica|vpc|seoul|virginia)\\b|Spring API and React app|us-east-1",
  ].join("|"),
  "g",
);

/** The texts that have words of Latin letters left when the names are taken out. */
function leftovers(found: string[]): string[] {
  return found.filter((text) => /[A-Za-z]{2,}/.test(text.replace(SAME, " ")));
}

const ENGLISH = ["Pause", "Share", "File", "Blocks", "Log", "Timeline", "Charts", "Problems", "Try this"];
const KOREAN = ["공유", "파일", "블록", "로그", "타임라인", "차트", "문제", "해 보기", "요청", "처리 중"];

test("the page changes to Korean at once, all of it, and stays so", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  for (const word of ENGLISH) {
    await expect(page.getByText(word, { exact: true }).first(), word).toBeAttached();
  }
  await page.getByRole("button", { name: /한국어/ }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  for (const word of KOREAN) {
    await expect(page.getByText(word, { exact: true }).first(), word).toBeAttached();
  }
  for (const word of ENGLISH) {
    await expect(page.getByText(word, { exact: true }), word).toHaveCount(0);
  }
  await expect(page.getByRole("button", { name: "일시 정지" })).toBeVisible();
  await expect(playground.part("alb")).toContainText("건/초");
  expect(leftovers(await texts(page))).toEqual([]);

  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  await expect(page.getByRole("button", { name: "공유", exact: true })).toBeVisible();
  await page.getByRole("button", { name: /English/ }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("button", { name: "Share", exact: true })).toBeVisible();
});

test("parts, settings, faults and the log are in Korean", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.seek(10);
  await page.getByRole("button", { name: /Power off a zone/ }).click();
  await playground.seek(150);
  await page.getByRole("button", { name: /한국어/ }).click();
  await expect(page.getByTestId("log")).toContainText("가용 영역 ap-northeast-2a의 전원이 끊겼습니다");
  await expect(page.getByTestId("log")).toContainText("예비 인스턴스를 승격하는 중입니다");
  const left: Record<string, string[]> = {};
  for (const id of ["users", "cdn", "web", "alb", "api", "db", "replica", "app-a"]) {
    await playground.select(id);
    left[id] = leftovers(await texts(page));
    await playground.settings();
    const names = page.locator(".setting-name");
    await names.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
    await expect(page.locator(".explanation")).toHaveCount(await names.count());
    // A fact's id is the same in every language.
    left[id].push(...leftovers(await texts(page)).filter((text) => !/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+[a-z]?$/.test(text)));
  }
  expect(Object.entries(left).filter(([, found]) => found.length > 0)).toEqual([]);
});

test.describe("with a Korean browser", () => {
  test.use({ locale: "ko-KR" });

  test("the first visit is in Korean", async ({ page }) => {
    const playground = new Playground(page);
    await playground.open();
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await expect(page.getByRole("button", { name: "공유", exact: true })).toBeVisible();
  });

  test("the first design has a Korean name, which is its own from then on", async ({ page }) => {
    const playground = new Playground(page);
    await playground.open();
    await expect(page.getByTestId("design-name")).toHaveValue("Spring API와 React 앱");
    await page.getByRole("button", { name: /English/ }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByTestId("design-name")).toHaveValue("Spring API와 React 앱");
  });
});

test("the colours follow the system until others are chosen, and those stay", async ({ page }) => {
  const playground = new Playground(page);
  await playground.openPaused();
  const ground = () => page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(ground).toBe(light);

  await page.getByTestId("theme").click();
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(ground).toBe(dark);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(ground).toBe(dark);
  await page.getByRole("button", { name: "Theme: Dark" }).click();
  await page.getByRole("button", { name: "Light", exact: true }).click();
  await expect.poll(ground).toBe(light);
});
