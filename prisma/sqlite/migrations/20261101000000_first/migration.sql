-- CreateTable
CREATE TABLE "Subscriber" (
    "id" TEXT NOT NULL PRIMARY KEY DEFAULT (lower(hex(randomblob(8)))),
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "name" TEXT,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "signedUpAt" DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')),
    "confirmedAt" DATETIME,
    "remindedAt" DATETIME,
    "pausedUntil" DATETIME,
    "unsubscribedAt" DATETIME,
    "bouncedAt" DATETIME,
    "complainedAt" DATETIME,
    "source" TEXT NOT NULL DEFAULT 'owner',
    "topics" TEXT,
    "consentVersion" TEXT,
    "consentPage" TEXT,
    "consentAt" DATETIME,
    "consentClient" TEXT,
    "ownerNote" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "status is PENDING, ACTIVE, UNSUBSCRIBED, BOUNCED or COMPLAINED" CHECK ("status" IN ('PENDING', 'ACTIVE', 'UNSUBSCRIBED', 'BOUNCED', 'COMPLAINED')),
    CONSTRAINT "an ACTIVE subscriber needs confirmedAt or an ownerNote" CHECK ("status" <> 'ACTIVE' OR "confirmedAt" IS NOT NULL OR coalesce(trim("ownerNote"), '') <> ''),
    CONSTRAINT "email is one address on one line" CHECK ("email" LIKE '_%@_%' AND length("email") <= 254 AND "email" NOT LIKE '% %' AND (instr("email", char(10)) = 0 AND instr("email", char(13)) = 0 AND instr("email", char(0)) = 0)),
    CONSTRAINT "emailKey is the address in canonical form" CHECK ("emailKey" LIKE '_%@_%' AND length("emailKey") <= 254 AND "emailKey" = lower("emailKey") AND "emailKey" NOT LIKE '% %'),
    CONSTRAINT "signedUpAt is a date" CHECK ("signedUpAt" IS NULL OR julianday("signedUpAt") IS NOT NULL),
    CONSTRAINT "confirmedAt is a date" CHECK ("confirmedAt" IS NULL OR julianday("confirmedAt") IS NOT NULL),
    CONSTRAINT "remindedAt is a date" CHECK ("remindedAt" IS NULL OR julianday("remindedAt") IS NOT NULL),
    CONSTRAINT "pausedUntil is a date" CHECK ("pausedUntil" IS NULL OR julianday("pausedUntil") IS NOT NULL),
    CONSTRAINT "unsubscribedAt is a date" CHECK ("unsubscribedAt" IS NULL OR julianday("unsubscribedAt") IS NOT NULL),
    CONSTRAINT "bouncedAt is a date" CHECK ("bouncedAt" IS NULL OR julianday("bouncedAt") IS NOT NULL),
    CONSTRAINT "complainedAt is a date" CHECK ("complainedAt" IS NULL OR julianday("complainedAt") IS NOT NULL),
    CONSTRAINT "consentAt is a date" CHECK ("consentAt" IS NULL OR julianday("consentAt") IS NOT NULL),
    CONSTRAINT "name is one line of at most 200 characters" CHECK ("name" IS NULL OR (length("name") <= 200 AND (instr("name", char(10)) = 0 AND instr("name", char(13)) = 0 AND instr("name", char(0)) = 0)))
);

-- CreateTable
CREATE TABLE "SubscriberEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subscriberId" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')),
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "detail" TEXT,
    CONSTRAINT "SubscriberEvent_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Confirmation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subscriberId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "newEmail" TEXT,
    "newEmailKey" TEXT,
    "consentVersion" TEXT,
    "consentPage" TEXT,
    "consentClient" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')),
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "replacedAt" DATETIME,
    CONSTRAINT "Confirmation_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "purpose is SIGN_UP or ADDRESS" CHECK ("purpose" IN ('SIGN_UP', 'ADDRESS')),
    CONSTRAINT "a change of ADDRESS names the new one" CHECK ("purpose" <> 'ADDRESS' OR ("newEmail" IS NOT NULL AND "newEmailKey" IS NOT NULL))
);

-- CreateTable
CREATE TABLE "Suppression" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "keyId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')),
    CONSTRAINT "reason is left, complained, dead, erased or never" CHECK ("reason" IN ('left', 'complained', 'dead', 'erased', 'never'))
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "toEmail" TEXT NOT NULL,
    "toName" TEXT,
    "data" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')),
    "nextAttemptAt" DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')),
    "leaseUntil" DATETIME,
    "sentAt" DATETIME,
    "lastReply" TEXT,
    "subscriberId" TEXT,
    "enquiryId" TEXT,
    CONSTRAINT "OutboxMessage_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OutboxMessage_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "Enquiry" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "state is QUEUED, SENDING, SENT, RETRY, REFUSED or SKIPPED" CHECK ("state" IN ('QUEUED', 'SENDING', 'SENT', 'RETRY', 'REFUSED', 'SKIPPED')),
    CONSTRAINT "a SENDING message is leased" CHECK ("state" <> 'SENDING' OR "leaseUntil" IS NOT NULL),
    CONSTRAINT "a SENT message is dated" CHECK ("state" <> 'SENT' OR "sentAt" IS NOT NULL)
);

-- CreateTable
CREATE TABLE "Enquiry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "client" TEXT,
    CONSTRAINT "an enquiry has a name, an email and a message" CHECK (length("name") > 0 AND (instr("name", char(10)) = 0 AND instr("name", char(13)) = 0 AND instr("name", char(0)) = 0) AND "email" LIKE '_%@_%' AND (instr("email", char(10)) = 0 AND instr("email", char(13)) = 0 AND instr("email", char(0)) = 0) AND length("message") > 0)
);

-- CreateTable
CREATE TABLE "RateCounter" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "count is never negative" CHECK ("count" >= 0)
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "acquiredAt" DATETIME NOT NULL,
    "heartbeatAt" DATETIME NOT NULL,
    "until" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Fact" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'))
);

-- CreateIndex
CREATE UNIQUE INDEX "Subscriber_emailKey_key" ON "Subscriber"("emailKey");

-- CreateIndex
CREATE INDEX "Subscriber_status_signedUpAt_idx" ON "Subscriber"("status", "signedUpAt");

-- CreateIndex
CREATE INDEX "SubscriberEvent_subscriberId_id_idx" ON "SubscriberEvent"("subscriberId", "id");

-- CreateIndex
CREATE INDEX "Confirmation_subscriberId_createdAt_idx" ON "Confirmation"("subscriberId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_messageId_key" ON "OutboxMessage"("messageId");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_nextAttemptAt_idx" ON "OutboxMessage"("state", "nextAttemptAt");

-- What is due, without the many that are done.
CREATE INDEX "OutboxMessage_due_idx" ON "OutboxMessage"("nextAttemptAt") WHERE "state" IN ('QUEUED', 'RETRY', 'SENDING');

-- CreateIndex
CREATE INDEX "OutboxMessage_subscriberId_idx" ON "OutboxMessage"("subscriberId");

-- CreateIndex
CREATE INDEX "Enquiry_emailKey_at_idx" ON "Enquiry"("emailKey", "at");

-- CreateIndex
CREATE INDEX "RateCounter_expiresAt_idx" ON "RateCounter"("expiresAt");


-- History is added to and never rewritten; it goes only with the subscriber it is about.
CREATE TRIGGER "SubscriberEvent_no_update" BEFORE UPDATE ON "SubscriberEvent"
BEGIN
    SELECT RAISE(ABORT, 'The history of a subscriber cannot be changed');
END;

CREATE TRIGGER "SubscriberEvent_no_delete" BEFORE DELETE ON "SubscriberEvent"
WHEN EXISTS (SELECT 1 FROM "Subscriber" WHERE "id" = OLD."subscriberId")
BEGIN
    SELECT RAISE(ABORT, 'The history of a subscriber cannot be deleted');
END;

-- Edits by hand, told by a revision left as it was, are dated and written into the history.
CREATE TRIGGER "Subscriber_hand_status" AFTER UPDATE OF "status" ON "Subscriber"
WHEN NEW."revision" = OLD."revision" AND NEW."status" <> OLD."status"
BEGIN
    SELECT RAISE(ABORT, 'Somebody who left, bounced or complained becomes ACTIVE again only with a new ownerNote that says why')
    WHERE NEW."status" = 'ACTIVE' AND OLD."status" <> 'PENDING'
      AND (coalesce(trim(NEW."ownerNote"), '') = '' OR NEW."ownerNote" IS OLD."ownerNote");
    UPDATE "Subscriber" SET
        "unsubscribedAt" = CASE WHEN NEW."status" = 'UNSUBSCRIBED' THEN strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now') ELSE "unsubscribedAt" END,
        "bouncedAt" = CASE WHEN NEW."status" = 'BOUNCED' THEN strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now') ELSE "bouncedAt" END,
        "complainedAt" = CASE WHEN NEW."status" = 'COMPLAINED' THEN strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now') ELSE "complainedAt" END
    WHERE "id" = NEW."id";
    INSERT INTO "SubscriberEvent" ("subscriberId", "at", "kind", "by", "detail")
    VALUES (NEW."id", strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'), 'status-set', 'hand', '{"from":"' || OLD."status" || '","to":"' || NEW."status" || '"}');
END;

CREATE TRIGGER "Subscriber_hand_email" AFTER UPDATE OF "email" ON "Subscriber"
WHEN NEW."revision" = OLD."revision" AND NEW."email" <> OLD."email"
BEGIN
    SELECT RAISE(ABORT, 'An address with letters outside ASCII is changed with "npm run ezine -- subscribers", not by hand')
    WHERE NEW."email" GLOB '*[^ -~]*';
    UPDATE "Subscriber" SET "emailKey" = lower(trim(NEW."email")), "email" = trim(NEW."email") WHERE "id" = NEW."id";
    INSERT INTO "SubscriberEvent" ("subscriberId", "at", "kind", "by") VALUES (NEW."id", strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'), 'address-changed', 'hand');
END;

-- One address has one canonical form, so that it cannot have two rows.
CREATE TRIGGER "Subscriber_key_added" AFTER INSERT ON "Subscriber"
WHEN NEW."email" NOT GLOB '*[^ -~]*' AND NEW."emailKey" <> lower(trim(NEW."email"))
BEGIN
    SELECT RAISE(ABORT, 'emailKey is the address in lower case');
END;

CREATE TRIGGER "Subscriber_key_changed" AFTER UPDATE OF "emailKey" ON "Subscriber"
WHEN NEW."email" NOT GLOB '*[^ -~]*' AND NEW."emailKey" <> lower(trim(NEW."email"))
BEGIN
    SELECT RAISE(ABORT, 'emailKey is the address in lower case');
END;

CREATE TRIGGER "Subscriber_hand_insert" AFTER INSERT ON "Subscriber"
WHEN NEW."revision" = 0
BEGIN
    INSERT INTO "SubscriberEvent" ("subscriberId", "at", "kind", "by", "detail")
    VALUES (NEW."id", strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'), 'added', 'hand', '{"status":"' || NEW."status" || '"}');
END;
