-- Refusals are few among many, and looked through again and again for readers to take off the list.
CREATE INDEX "Delivery_refused_idx" ON "Delivery"("changedAt") WHERE "state" = 'REFUSED';
