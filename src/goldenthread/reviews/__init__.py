"""What is confidential: reviews, from referral to action, behind both walls."""
