"""What candidates may read: documents made from the public side of a kit, which holds nothing else."""
