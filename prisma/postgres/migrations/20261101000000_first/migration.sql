-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Subscriber" (
    "id" TEXT NOT NULL DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 16),
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "name" TEXT,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "signedUpAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMP(3),
    "remindedAt" TIMESTAMP(3),
    "pausedUntil" TIMESTAMP(3),
    "unsubscribedAt" TIMESTAMP(3),
    "bouncedAt" TIMESTAMP(3),
    "complainedAt" TIMESTAMP(3),
    "source" TEXT NOT NULL DEFAULT 'owner',
    "topics" TEXT,
    "consentVersion" TEXT,
    "consentPage" TEXT,
    "consentAt" TIMESTAMP(3),
    "consentClient" TEXT,
    "ownerNote" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubscriberEvent" (
    "id" SERIAL NOT NULL,
    "subscriberId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "detail" TEXT,

    CONSTRAINT "SubscriberEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Confirmation" (
    "id" TEXT NOT NULL,
    "subscriberId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "newEmail" TEXT,
    "newEmailKey" TEXT,
    "consentVersion" TEXT,
    "consentPage" TEXT,
    "consentClient" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "replacedAt" TIMESTAMP(3),

    CONSTRAINT "Confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "hash" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "toEmail" TEXT NOT NULL,
    "toName" TEXT,
    "data" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nextAttemptAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leaseUntil" TIMESTAMP(3),
    "sentAt" TIMESTAMP(3),
    "lastReply" TEXT,
    "subscriberId" TEXT,
    "enquiryId" TEXT,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enquiry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "client" TEXT,

    CONSTRAINT "Enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateCounter" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RateCounter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "acquiredAt" TIMESTAMP(3) NOT NULL,
    "heartbeatAt" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Fact" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("name")
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

-- CreateIndex
-- What is due, without the many that are done.
CREATE INDEX "OutboxMessage_due_idx" ON "OutboxMessage"("nextAttemptAt") WHERE "state" IN ('QUEUED', 'RETRY', 'SENDING');

-- CreateIndex
CREATE INDEX "OutboxMessage_subscriberId_idx" ON "OutboxMessage"("subscriberId");

-- CreateIndex
CREATE INDEX "Enquiry_emailKey_at_idx" ON "Enquiry"("emailKey", "at");

-- CreateIndex
CREATE INDEX "RateCounter_expiresAt_idx" ON "RateCounter"("expiresAt");

-- AddForeignKey
ALTER TABLE "SubscriberEvent" ADD CONSTRAINT "SubscriberEvent_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "Enquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What a row may say, whoever writes it.
ALTER TABLE "Subscriber" ADD CONSTRAINT "status is PENDING, ACTIVE, UNSUBSCRIBED, BOUNCED or COMPLAINED" CHECK ("status" IN ('PENDING', 'ACTIVE', 'UNSUBSCRIBED', 'BOUNCED', 'COMPLAINED'));
ALTER TABLE "Subscriber" ADD CONSTRAINT "an ACTIVE subscriber needs confirmedAt or an ownerNote" CHECK ("status" <> 'ACTIVE' OR "confirmedAt" IS NOT NULL OR coalesce(trim("ownerNote"), '') <> '');
ALTER TABLE "Subscriber" ADD CONSTRAINT "email is one address on one line" CHECK ("email" LIKE '_%@_%' AND length("email") <= 254 AND "email" NOT LIKE '% %' AND ("email" !~ '[\r\n]'));
ALTER TABLE "Subscriber" ADD CONSTRAINT "emailKey is the address in canonical form" CHECK ("emailKey" LIKE '_%@_%' AND length("emailKey") <= 254 AND "emailKey" = lower("emailKey") AND "emailKey" NOT LIKE '% %');
ALTER TABLE "Subscriber" ADD CONSTRAINT "emailKey is the address in lower case" CHECK ("email" ~ '[^ -~]' OR "emailKey" = lower(trim("email")));
ALTER TABLE "Subscriber" ADD CONSTRAINT "name is one line of at most 200 characters" CHECK ("name" IS NULL OR (length("name") <= 200 AND ("name" !~ '[\r\n]')));
ALTER TABLE "Confirmation" ADD CONSTRAINT "purpose is SIGN_UP or ADDRESS" CHECK ("purpose" IN ('SIGN_UP', 'ADDRESS'));
ALTER TABLE "Confirmation" ADD CONSTRAINT "a change of ADDRESS names the new one" CHECK ("purpose" <> 'ADDRESS' OR ("newEmail" IS NOT NULL AND "newEmailKey" IS NOT NULL));
ALTER TABLE "Suppression" ADD CONSTRAINT "reason is left, complained, dead, erased or never" CHECK ("reason" IN ('left', 'complained', 'dead', 'erased', 'never'));
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "state is QUEUED, SENDING, SENT, RETRY, REFUSED or SKIPPED" CHECK ("state" IN ('QUEUED', 'SENDING', 'SENT', 'RETRY', 'REFUSED', 'SKIPPED'));
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "a SENDING message is leased" CHECK ("state" <> 'SENDING' OR "leaseUntil" IS NOT NULL);
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "a SENT message is dated" CHECK ("state" <> 'SENT' OR "sentAt" IS NOT NULL);
ALTER TABLE "Enquiry" ADD CONSTRAINT "an enquiry has a name, an email and a message" CHECK (length("name") > 0 AND ("name" !~ '[\r\n]') AND "email" LIKE '_%@_%' AND ("email" !~ '[\r\n]') AND length("message") > 0);
ALTER TABLE "RateCounter" ADD CONSTRAINT "count is never negative" CHECK ("count" >= 0);

-- History is added to and never rewritten; it goes only with the subscriber it is about.
CREATE FUNCTION subscriber_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'The history of a subscriber cannot be changed';
    END IF;
    IF EXISTS (SELECT 1 FROM "Subscriber" WHERE "id" = OLD."subscriberId") THEN
        RAISE EXCEPTION 'The history of a subscriber cannot be deleted';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER "SubscriberEvent_kept" BEFORE UPDATE OR DELETE ON "SubscriberEvent"
FOR EACH ROW EXECUTE FUNCTION subscriber_event_is_kept();

-- Edits by hand, told by a revision left as it was, are dated and written into the history.
CREATE FUNCTION subscriber_hand_edit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moment timestamp(3) := (now() AT TIME ZONE 'utc');
BEGIN
    IF NEW."revision" <> OLD."revision" THEN
        RETURN NEW;
    END IF;
    IF NEW."status" <> OLD."status" THEN
        IF NEW."status" = 'ACTIVE' AND OLD."status" <> 'PENDING'
           AND (coalesce(trim(NEW."ownerNote"), '') = '' OR NEW."ownerNote" IS NOT DISTINCT FROM OLD."ownerNote") THEN
            RAISE EXCEPTION 'Somebody who left, bounced or complained becomes ACTIVE again only with a new ownerNote that says why';
        END IF;
        IF NEW."status" = 'UNSUBSCRIBED' THEN NEW."unsubscribedAt" := moment; END IF;
        IF NEW."status" = 'BOUNCED' THEN NEW."bouncedAt" := moment; END IF;
        IF NEW."status" = 'COMPLAINED' THEN NEW."complainedAt" := moment; END IF;
        INSERT INTO "SubscriberEvent" ("subscriberId", "at", "kind", "by", "detail")
        VALUES (NEW."id", moment, 'status-set', 'hand', json_build_object('from', OLD."status", 'to', NEW."status")::text);
    END IF;
    IF NEW."email" <> OLD."email" THEN
        IF NEW."email" ~ '[^ -~]' THEN
            RAISE EXCEPTION 'An address with letters outside ASCII is changed with "npm run ezine -- subscribers", not by hand';
        END IF;
        NEW."email" := trim(NEW."email");
        NEW."emailKey" := lower(NEW."email");
        INSERT INTO "SubscriberEvent" ("subscriberId", "at", "kind", "by") VALUES (NEW."id", moment, 'address-changed', 'hand');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER "Subscriber_hand_edit" BEFORE UPDATE ON "Subscriber"
FOR EACH ROW EXECUTE FUNCTION subscriber_hand_edit();

CREATE FUNCTION subscriber_hand_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "SubscriberEvent" ("subscriberId", "at", "kind", "by", "detail")
    VALUES (NEW."id", now() AT TIME ZONE 'utc', 'added', 'hand', json_build_object('status', NEW."status")::text);
    RETURN NULL;
END $$;

CREATE TRIGGER "Subscriber_hand_insert" AFTER INSERT ON "Subscriber"
FOR EACH ROW WHEN (NEW."revision" = 0) EXECUTE FUNCTION subscriber_hand_insert();
