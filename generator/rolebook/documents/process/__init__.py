"""What has to be in place for hiring to go on, beside the interviews: the readiness of postings."""
